# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# Builds README's first screen and its QML, so that they cannot drift from the library.

# readme_block(LANGUAGE HEADING OUT): the first block of code of that language behind that heading.
function(readme_block language heading out)
    string(FIND "${readme}" "${heading}\n" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "README.md has no heading ${heading}")
    endif()
    string(SUBSTRING "${readme}" ${place} -1 block)
    string(FIND "${block}" "```${language}\n" start)
    if(start EQUAL -1)
        message(FATAL_ERROR "README.md has no block of ${language} behind ${heading}")
    endif()
    string(SUBSTRING "${block}" ${start} -1 block)
    string(REGEX REPLACE "^```${language}\n" "" block "${block}")
    string(FIND "${block}" "```" end)
    string(SUBSTRING "${block}" 0 ${end} block)
    set(${out} "${block}" PARENT_SCOPE)
endfunction()

file(READ "${README}" readme)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${README}")
readme_block(cpp "# Aside" README_CPP)
readme_block(qml "# Aside" README_QML)
readme_block(qml "### Views" README_VIEWS_QML)

set(folder "${CMAKE_CURRENT_BINARY_DIR}/readme")
configure_file(readme.h.in "${folder}/logmodel.h" @ONLY)
configure_file(readme.qml.in "${folder}/Log.qml" @ONLY)
configure_file(readmeviews.qml.in "${folder}/Views.qml" @ONLY)
set_source_files_properties("${folder}/Log.qml" PROPERTIES QT_RESOURCE_ALIAS Log.qml)
set_source_files_properties("${folder}/Views.qml" PROPERTIES QT_RESOURCE_ALIAS Views.qml)

qt_add_executable(consumer-readme readme.cpp readmepeople.h "${folder}/logmodel.h")
target_include_directories(consumer-readme PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}" "${folder}")
qt_add_qml_module(consumer-readme
    URI Readme
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/Readme"
    DEPENDENCIES Aside Aside.Controls
    IMPORT_PATH "${Aside_QML_IMPORT_PATH}"
    QML_FILES "${folder}/Log.qml" "${folder}/Views.qml")
target_link_libraries(consumer-readme PRIVATE Aside::Qml Qt6::Gui)
