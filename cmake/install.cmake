# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where; found again with pkg-config (parley.pc) or
# find_package(parley), which give parley::parley and parley::parley_static.
include(CMakePackageConfigHelpers)
set(PARLEY_CMAKE ${CMAKE_INSTALL_LIBDIR}/cmake/parley)

# Relative, so that `cmake --install build --prefix P` is found in P.
file(RELATIVE_PATH PARLEY_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" PARLEY_UP "${PARLEY_UP}")
configure_file(${PROJECT_SOURCE_DIR}/cmake/parley.pc.in
  ${PROJECT_BINARY_DIR}/parley.pc @ONLY)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/config.cmake.in
  ${PROJECT_BINARY_DIR}/parley-config.cmake
  INSTALL_DESTINATION ${PARLEY_CMAKE}
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_LIBDIR)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/parley-config-version.cmake
  COMPATIBILITY SameMinorVersion)

install(TARGETS parley_command RUNTIME COMPONENT command
  DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS parley_shared LIBRARY COMPONENT library
  NAMELINK_COMPONENT development DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS parley_static ARCHIVE COMPONENT development
  DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES ${PROJECT_SOURCE_DIR}/include/parley.h COMPONENT development
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/parley.pc COMPONENT development
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${PROJECT_BINARY_DIR}/parley-config.cmake
  ${PROJECT_BINARY_DIR}/parley-config-version.cmake COMPONENT development
  DESTINATION ${PARLEY_CMAKE})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/cases COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/parley)
install(FILES ${PARLEY_MANUAL} COMPONENT command
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
set(PARLEY_COMPLETE ${PROJECT_SOURCE_DIR}/data/complete)
install(FILES ${PARLEY_COMPLETE}/parley.bash COMPONENT command RENAME parley
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PARLEY_COMPLETE}/_parley COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${PARLEY_COMPLETE}/parley.fish COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
