#ifndef CICU_REGION_H
#define CICU_REGION_H
#include <stddef.h>
#include <stdint.h>

#endif
