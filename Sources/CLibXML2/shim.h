// Debian's libxml2 is built with ICU, and its headers then include ICU's. Foundation carries another version of the
// same headers: seen together they do not compile. Nothing here needs the one field that is lost with them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlwriter.h>
