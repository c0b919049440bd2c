# SPDX-License-Identifier: Apache-2.0
# What can be chosen, and how everything is compiled.
option(PARLEY_TESTS "Build the tests" ON)
option(PARLEY_SQLITE "Keep logs of talks (needs SQLite and libmd)" ON)
option(PARLEY_EXPAT "Read the XML of GENIUS (needs expat)" ON)
option(PARLEY_FUZZERS "Build the fuzzers (clang)" OFF)
option(PARLEY_BENCH "Build the benchmarks" ON)

# Assertions stay in development builds.
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g")

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(parley_flags INTERFACE)
target_compile_definitions(parley_flags INTERFACE _GNU_SOURCE)
# The same sums on every machine: no fused multiply-add behind our back.
target_compile_options(parley_flags INTERFACE
  -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 -Wcast-qual
  -Wundef -Werror)
target_include_directories(parley_flags INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
