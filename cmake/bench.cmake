# SPDX-License-Identifier: Apache-2.0
# One benchmark program a file bench/bench_<name>.c; and validate, which writes
# docs/validation.md.
file(GLOB PARLEY_BENCHES CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/bench/bench_*.c
  ${PROJECT_SOURCE_DIR}/bench/validate.c)
foreach(source ${PARLEY_BENCHES})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_compile_definitions(${name} PRIVATE
    PARLEY_ROOT="${PROJECT_SOURCE_DIR}")
  # for what benchmarks share with tests (random models, checkers)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE parley_static)
  if(PARLEY_STORE)
    target_compile_definitions(${name} PRIVATE PARLEY_SQLITE)
  endif()
endforeach()
