# SPDX-License-Identifier: Apache-2.0
# The command, from src/cli on the public interface and src/base.
file(GLOB PARLEY_CLI CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.c)
add_executable(parley_command ${PARLEY_CLI})
set_target_properties(parley_command PROPERTIES OUTPUT_NAME parley)
target_link_libraries(parley_command PRIVATE parley_static)
