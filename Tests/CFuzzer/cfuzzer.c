#include "cfuzzer.h"

/* Part of libFuzzer, which is linked by -sanitize=fuzzer; https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library */
extern int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *, size_t));

int cfuzzer_run(int *argc, char ***argv, int (*body)(const uint8_t *, size_t)) {
    return LLVMFuzzerRunDriver(argc, argv, body);
}
