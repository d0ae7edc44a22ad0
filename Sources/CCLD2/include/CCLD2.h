#ifndef CCLD2_H
#define CCLD2_H
#include <stddef.h>
#include <stdint.h>

#endif
