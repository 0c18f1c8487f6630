# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# The languages of the demo. A build without Qt's translation tools speaks English only.
#
#   cmake --build --preset dev --target translations    # takes new texts into resources/translations

find_package(Qt6LinguistTools 6.4 QUIET)
if(NOT Qt6LinguistTools_FOUND)
    message(STATUS "Qt's translation tools are missing: the demo will speak English only")
    return()
endif()

file(GLOB languages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/translations/*.ts")
set(compiled)
foreach(language IN LISTS languages)
    get_filename_component(name "${language}" NAME_WE)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/translations/${name}.qm")
    add_custom_command(OUTPUT "${output}"
        COMMAND Qt6::lrelease -silent "${language}" -qm "${output}"
        DEPENDS "${language}"
        COMMENT "Compiling the texts of ${name}"
        VERBATIM)
    list(APPEND compiled "${output}")
endforeach()
file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/translations")
qt_add_resources(AsideDemoCore aside_translations
    PREFIX /aside-demo
    BASE "${CMAKE_CURRENT_BINARY_DIR}"
    FILES ${compiled})

add_custom_target(translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none app qml -ts ${languages}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Taking new texts into resources/translations"
    VERBATIM)
