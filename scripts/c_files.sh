#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The C files of the project, one a line.
exec git ls-files -co --exclude-standard \
    'include/*.h' 'src/*.[ch]' 'tests/*.[ch]' 'bench/*.[ch]' 'examples/*.[ch]'
