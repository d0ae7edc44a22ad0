#!/usr/bin/env python3
"""patch_jar.py IN.jar OUT.jar: a copy to compile with, whose classes say Java 17, so that Debian 12's javac 17 reads a
Lucene that was made for Java 21. What runs is the untouched jar, on a newer Java."""
import sys
import zipfile

JAVA_17 = 61

with zipfile.ZipFile(sys.argv[1]) as source, zipfile.ZipFile(sys.argv[2], "w") as target:
    for name in source.namelist():
        content = source.read(name)
        if name.startswith("META-INF/versions/"):
            continue
        if name.endswith(".class") and content[:4] == b"\xca\xfe\xba\xbe" and int.from_bytes(content[6:8], "big") > JAVA_17:
            content = content[:4] + bytes([0, 0, 0, JAVA_17]) + content[8:]
        target.writestr(name, content)
