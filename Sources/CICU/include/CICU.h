// The only door to ICU4C. No ICU header is included here: Swift's Foundation carries an ICU of its
// own, and a module that saw both would not compile.
#ifndef CICU_H
#define CICU_H
#include "cicu_charset.h"
#include "cicu_region.h"
#include "cicu_text.h"
#endif
