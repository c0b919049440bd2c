# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, with a pkg-config file.
configure_file(${PROJECT_SOURCE_DIR}/cmake/parley.pc.in
  ${PROJECT_BINARY_DIR}/parley.pc @ONLY)
install(TARGETS parley_static parley_shared parley_command
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/include/parley.h
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/parley.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/cases
  DESTINATION ${CMAKE_INSTALL_DATADIR}/parley)
