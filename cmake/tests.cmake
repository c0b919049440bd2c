# SPDX-License-Identifier: Apache-2.0
# One program a file tests/unit/test_<name>.c or tests/prop/prop_<name>.c
# (cmocka), and one ctest entry a script tests/**/run_<name>.sh. A test that
# can't run here exits with 77 and counts as skipped. Maps are laid out without
# Graphviz, so that they are the same with and without it; the tests of Graphviz
# name it.
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)

file(GLOB PARLEY_TESTS_C CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tests/unit/test_*.c
  ${PROJECT_SOURCE_DIR}/tests/prop/prop_*.c)
foreach(source ${PARLEY_TESTS_C})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE
    PARLEY_ROOT="${PROJECT_SOURCE_DIR}"
    PARLEY_COMMAND="$<TARGET_FILE:parley_command>")
  target_link_libraries(${name} PRIVATE parley_static PkgConfig::CMOCKA)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300
    ENVIRONMENT "PARLEY_DOT=")
endforeach()

file(GLOB_RECURSE PARLEY_TESTS_SH CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tests/run_*.sh)
foreach(script ${PARLEY_TESTS_SH})
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME ${name} COMMAND ${script} $<TARGET_FILE:parley_command>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300
    ENVIRONMENT "PARLEY_DOT=")
endforeach()
# The command as it is in a build without SQLite. Its own store comes before
# the library's, which is then not linked.
add_executable(parley_storeless ${PARLEY_CLI}
  ${PROJECT_SOURCE_DIR}/src/store/absent.c)
target_link_libraries(parley_storeless PRIVATE parley_static)
set_tests_properties(run_process_storeless PROPERTIES ENVIRONMENT
  "PARLEY_DOT=;PARLEY_STORELESS=$<TARGET_FILE:parley_storeless>")
# What takes longest begins first.
set(cost 1000)
foreach(name run_advice_faults run_browser run_deal_faults run_validation
    run_certificates run_foresight_faults)
  set_tests_properties(${name} PROPERTIES TIMEOUT 900 COST ${cost})
  math(EXPR cost "${cost} - 100")
endforeach()

# Every fuzzer's corpus, run without libFuzzer: replay_<name>.
file(GLOB PARLEY_FUZZ_C CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_*.c)
foreach(source ${PARLEY_FUZZ_C})
  get_filename_component(fuzzer ${source} NAME_WE)
  string(REPLACE fuzz_ "" name ${fuzzer})
  add_executable(replay_${name} ${source}
    ${PROJECT_SOURCE_DIR}/tests/fuzz/replay/replay.c)
  target_include_directories(replay_${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(replay_${name} PRIVATE parley_static)
  add_test(NAME replay_${name} COMMAND replay_${name}
    tests/fuzz/corpus/${name} tests/bad cases
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(replay_${name} PROPERTIES TIMEOUT 300
    ENVIRONMENT "PARLEY_DOT=")
endforeach()

# Compares drafts with gold: read_score FOLDER (tests/read/FORMAT.md).
add_executable(read_score ${PROJECT_SOURCE_DIR}/tests/read/score.c
  ${PROJECT_SOURCE_DIR}/tests/read/gold.c
  ${PROJECT_SOURCE_DIR}/tests/read/compare.c)
target_include_directories(read_score PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(read_score PRIVATE parley_static)
