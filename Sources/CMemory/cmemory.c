// The functions are inline; a C target needs a source file.
#include "cmemory.h"
