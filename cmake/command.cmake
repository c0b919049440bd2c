# SPDX-License-Identifier: Apache-2.0
# The command, from src/cli on the public interface and src/base.
file(GLOB PARLEY_CLI CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.c)
add_executable(parley_command ${PARLEY_CLI})
set_target_properties(parley_command PROPERTIES OUTPUT_NAME parley)
target_link_libraries(parley_command PRIVATE parley_static)

# The manual page, written by the command itself.
set(PARLEY_MANUAL ${PROJECT_BINARY_DIR}/parley.1)
add_custom_command(TARGET parley_command POST_BUILD
  COMMAND parley_command help --man > ${PARLEY_MANUAL}
  BYPRODUCTS ${PARLEY_MANUAL} VERBATIM)
