# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# Installs the demo into PREFIX, and looks at what is there: the program starts, and a desktop would find it.

file(REMOVE_RECURSE "${PREFIX}")
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${ARGN}: ${result}\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}" --component demo)
run("${PREFIX}/bin/aside-demo" --version)
if(NOT output STREQUAL "aside-demo ${VERSION}\n")
    message(FATAL_ERROR "It says that it is: ${output}")
endif()

set(desktop "${PREFIX}/share/applications/aside-demo.desktop")
file(STRINGS "${desktop}" lines REGEX "^(Exec|Icon)=")
if(NOT lines STREQUAL "Exec=aside-demo %f;Icon=aside-demo")
    message(FATAL_ERROR "A desktop would start: ${lines}")
endif()
if(NOT EXISTS "${PREFIX}/share/icons/hicolor/scalable/apps/aside-demo.svg")
    message(FATAL_ERROR "There is no icon")
endif()
if(VALIDATE)
    run("${VALIDATE}" --warn-kde "${desktop}")
    if(output)
        message(FATAL_ERROR "${output}")
    endif()
else()
    message("desktop-file-validate is missing: the desktop file was not checked")
endif()
