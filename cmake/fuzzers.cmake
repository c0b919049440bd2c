# SPDX-License-Identifier: Apache-2.0
# libFuzzer programs, one a file tests/fuzz/fuzz_<name>.c.
file(GLOB PARLEY_FUZZ CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_*.c)
foreach(source ${PARLEY_FUZZ})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE parley_static)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
