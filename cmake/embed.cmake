# SPDX-License-Identifier: Apache-2.0
# cmake -D FROM=FILES -D TO=FILE.c -D NAME=SYMBOL -D HEADER=H -P embed.cmake:
# texts, one after the other, as a C array that ends with a zero byte; H
# declares it. -D DIGEST=ON: also SYMBOL_digest, "sha256-" and the digest of the
# text in base64, as a page's policy names what stands in it.
set(bytes)
foreach(file ${FROM})
  file(READ "${file}" more HEX)
  string(APPEND bytes "${more}")
endforeach()
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
set(source "#include \"${HEADER}\"\nconst char ${NAME}[] = {${bytes}0};\n")

if(DIGEST)
  set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  file(WRITE "${TO}.text" "")
  foreach(file ${FROM})
    file(READ "${file}" more)
    file(APPEND "${TO}.text" "${more}")
  endforeach()
  file(SHA256 "${TO}.text" hex)
  set(digest)
  foreach(at RANGE 0 60 6) # three bytes are four letters
    string(SUBSTRING "${hex}0000" ${at} 6 three)
    foreach(shift 18 12 6 0)
      math(EXPR letter "(0x${three} >> ${shift}) & 63")
      string(SUBSTRING ${letters} ${letter} 1 letter)
      string(APPEND digest ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING ${digest} 0 43 digest) # of 32 bytes the rest is padding
  string(APPEND source "const char ${NAME}_digest[] = \"sha256-${digest}=\";\n")
endif()

file(WRITE "${TO}.new" "${source}")
file(RENAME "${TO}.new" "${TO}")
