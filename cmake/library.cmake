# SPDX-License-Identifier: Apache-2.0
# libparley, static and shared, from every file under src but the command's.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
# The log of talks: without these two, log, send and answer say so.
set(PARLEY_STORE)
set(PARLEY_REQUIRES yaml-0.1) # what the static library is linked with
if(PARLEY_SQLITE)
  pkg_check_modules(STORE IMPORTED_TARGET sqlite3 libmd)
  if(STORE_FOUND)
    set(PARLEY_STORE PkgConfig::STORE)
    string(APPEND PARLEY_REQUIRES " sqlite3 libmd")
  else()
    message(STATUS "SQLite or libmd is missing: no log of talks is kept")
  endif()
endif()

# GENIUS's scenarios: without it, importing XML says so.
set(PARLEY_XML)
if(PARLEY_EXPAT)
  pkg_check_modules(EXPAT IMPORTED_TARGET expat)
  if(EXPAT_FOUND)
    set(PARLEY_XML PkgConfig::EXPAT)
    string(APPEND PARLEY_REQUIRES " expat")
  else()
    message(STATUS "expat is missing: no XML is read")
  endif()
endif()

file(GLOB_RECURSE PARLEY_SOURCES CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/*.c)
list(FILTER PARLEY_SOURCES EXCLUDE REGEX "/src/cli/")

# embed(SYMBOL HEADER [DIGEST] FILE...): text files of the project, one after
# the other, as a text in the library, if asked for with its digest.
set(PARLEY_TEXTS)
function(embed symbol header)
  cmake_parse_arguments(of DIGEST "" "" ${ARGN})
  set(made ${PROJECT_BINARY_DIR}/generated/${symbol}.c)
  list(TRANSFORM of_UNPARSED_ARGUMENTS PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE files)
  add_custom_command(OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} -D "FROM=${files}"
      -D TO=${made} -D NAME=${symbol} -D HEADER=${header}
      -D DIGEST=${of_DIGEST}
      -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  set(PARLEY_TEXTS ${PARLEY_TEXTS} ${made} PARENT_SCOPE)
endfunction()

file(GLOB PARLEY_PAGES CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/docs/methods/*.md)
embed(api_methods api/methods.h docs/methods.md ${PARLEY_PAGES}) # for `help`
embed(glossary_text lens/glossary.h docs/methods/words.md) # under a page
embed(lexicon_data read/lexicon.h data/lexicon.txt) # for `parley read`
embed(durability_data durability/figures.h data/durability.csv)
embed(html_style format/html.h DIGEST data/report.css data/figure.css)
embed(html_script format/html.h DIGEST data/report.js)
embed(figure_style format/figure.h data/figure.css) # of a figure alone

add_library(parley_objects OBJECT ${PARLEY_SOURCES} ${PARLEY_TEXTS})
target_compile_definitions(parley_objects PRIVATE PARLEY_BUILDING)
if(PARLEY_STORE)
  target_compile_definitions(parley_objects PRIVATE PARLEY_SQLITE)
endif()
if(PARLEY_XML)
  target_compile_definitions(parley_objects PRIVATE PARLEY_EXPAT)
endif()
target_link_libraries(parley_objects PUBLIC parley_flags
  PkgConfig::YAML ${PARLEY_STORE} ${PARLEY_XML} Threads::Threads m)

add_library(parley_static STATIC $<TARGET_OBJECTS:parley_objects>)
set_target_properties(parley_static PROPERTIES OUTPUT_NAME parley)
target_link_libraries(parley_static PUBLIC parley_flags
  PkgConfig::YAML ${PARLEY_STORE} ${PARLEY_XML} Threads::Threads m)

add_library(parley_shared SHARED $<TARGET_OBJECTS:parley_objects>)
set_target_properties(parley_shared PROPERTIES OUTPUT_NAME parley
  VERSION ${PROJECT_VERSION} SOVERSION 1)
target_link_libraries(parley_shared PRIVATE parley_flags
  PkgConfig::YAML ${PARLEY_STORE} ${PARLEY_XML} Threads::Threads m)
