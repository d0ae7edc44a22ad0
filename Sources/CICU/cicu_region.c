#include "cicu_region.h"
