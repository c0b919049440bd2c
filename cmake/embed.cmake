# SPDX-License-Identifier: Apache-2.0
# cmake -D FROM=FILES -D TO=FILE.c -D NAME=SYMBOL -D HEADER=H -P embed.cmake:
# texts, one after the other, as a C array that ends with a zero byte; H
# declares it.
set(bytes)
foreach(file ${FROM})
  file(READ "${file}" more HEX)
  string(APPEND bytes "${more}")
endforeach()
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${TO}.new" "#include \"${HEADER}\"\nconst char ${NAME}[] = {${bytes}0};\n")
file(RENAME "${TO}.new" "${TO}")
