# SPDX-License-Identifier: Apache-2.0
# cmake -D FROM=FILE -D TO=FILE.c -D NAME=SYMBOL -D HEADER=H -P embed.cmake: a
# text as a C array that ends with a zero byte; H declares it.
file(READ "${FROM}" bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${TO}.new" "#include \"${HEADER}\"\nconst char ${NAME}[] = {${bytes}0};\n")
file(RENAME "${TO}.new" "${TO}")
