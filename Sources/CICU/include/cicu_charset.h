#ifndef CICU_CHARSET_H
#define CICU_CHARSET_H
#include <stddef.h>
#include <stdint.h>

#endif
