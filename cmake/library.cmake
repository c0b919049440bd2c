# SPDX-License-Identifier: Apache-2.0
# libparley, static and shared, from every file under src but the command's.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
# The log of talks: without these two, log, send and answer say so.
set(PARLEY_STORE)
if(PARLEY_SQLITE)
  pkg_check_modules(STORE IMPORTED_TARGET sqlite3 libmd)
  if(STORE_FOUND)
    set(PARLEY_STORE PkgConfig::STORE)
  else()
    message(STATUS "SQLite or libmd is missing: no log of talks is kept")
  endif()
endif()

file(GLOB_RECURSE PARLEY_SOURCES CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/*.c)
list(FILTER PARLEY_SOURCES EXCLUDE REGEX "/src/cli/")

# docs/methods.md as text in the library, for `parley help`.
set(PARLEY_METHODS ${PROJECT_BINARY_DIR}/generated/methods.c)
add_custom_command(OUTPUT ${PARLEY_METHODS}
  COMMAND ${CMAKE_COMMAND} -D FROM=${PROJECT_SOURCE_DIR}/docs/methods.md
    -D TO=${PARLEY_METHODS} -D NAME=api_methods
    -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${PROJECT_SOURCE_DIR}/docs/methods.md
    ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)

add_library(parley_objects OBJECT ${PARLEY_SOURCES} ${PARLEY_METHODS})
target_compile_definitions(parley_objects PRIVATE PARLEY_BUILDING)
if(PARLEY_STORE)
  target_compile_definitions(parley_objects PRIVATE PARLEY_SQLITE)
endif()
target_link_libraries(parley_objects PUBLIC parley_flags
  PkgConfig::YAML ${PARLEY_STORE} Threads::Threads m)

add_library(parley_static STATIC $<TARGET_OBJECTS:parley_objects>)
set_target_properties(parley_static PROPERTIES OUTPUT_NAME parley)
target_link_libraries(parley_static PUBLIC parley_flags
  PkgConfig::YAML ${PARLEY_STORE} Threads::Threads m)

add_library(parley_shared SHARED $<TARGET_OBJECTS:parley_objects>)
set_target_properties(parley_shared PROPERTIES OUTPUT_NAME parley
  VERSION ${PROJECT_VERSION} SOVERSION 1)
target_link_libraries(parley_shared PRIVATE parley_flags
  PkgConfig::YAML ${PARLEY_STORE} Threads::Threads m)
