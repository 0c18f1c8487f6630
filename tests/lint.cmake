# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# Included by CMake: adds the QML lint as tests. Run with `cmake -P`: is the lint.
#
# qmllint's exit code does not say the same in every version of Qt, so its output counts too.

if(NOT CMAKE_SCRIPT_MODE_FILE)
    get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
    execute_process(COMMAND "${qmake}" -query QT_INSTALL_QML
        OUTPUT_VARIABLE qt_qml OUTPUT_STRIP_TRAILING_WHITESPACE)

    function(aside_add_lint name folders)
        add_test(NAME ${name} COMMAND ${CMAKE_COMMAND}
            "-DQMLLINT=$<TARGET_FILE:Qt6::qmllint>"
            "-DFOLDERS=${folders}"
            "-DIMPORTS=${PROJECT_BINARY_DIR}/qml;${qt_qml}"
            "-DSETTINGS=${PROJECT_SOURCE_DIR}/.qmllint.ini"
            "-DBUILD=${PROJECT_BINARY_DIR}"
            -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
        aside_test_properties(${name} lint)
    endfunction()

    # tests/consumer lints its own.
    aside_add_lint(lint_qml
        "${PROJECT_SOURCE_DIR}/qml;${PROJECT_SOURCE_DIR}/app;${PROJECT_SOURCE_DIR}/tests/qml;${PROJECT_SOURCE_DIR}/tests/app")

    # A lint that finds nothing anywhere would pass for ever.
    set(planted "${PROJECT_BINARY_DIR}/tests/planted")
    file(WRITE "${planted}/Planted.qml" "import QtQml\n\nQtObject {\n    objectName: nowhere\n}\n")
    aside_add_lint(lint_findsPlantedWarning "${planted}")
    set_tests_properties(lint_findsPlantedWarning PROPERTIES
        PASS_REGULAR_EXPRESSION "Planted.qml:4.*The QML lint found problems")
    return()
endif()

set(files)
foreach(folder IN LISTS FOLDERS)
    file(GLOB_RECURSE found "${folder}/*.qml")
    list(APPEND files ${found})
endforeach()
if(NOT files)
    message(FATAL_ERROR "No QML below ${FOLDERS}")
endif()
set(arguments)
foreach(import IN LISTS IMPORTS)
    list(APPEND arguments -I "${import}")
endforeach()
# These map the files of a module to each other, wherever they lie.
file(GLOB resources
    "${BUILD}/qml/.rcc/*.qrc" "${BUILD}/qml/controls/.rcc/*.qrc"
    "${BUILD}/app/.rcc/*.qrc" "${BUILD}/tests/qml/.rcc/*.qrc")
foreach(resource IN LISTS resources)
    list(APPEND arguments --resource "${resource}")
endforeach()

execute_process(COMMAND "${QMLLINT}" --bare ${arguments} ${files}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
list(LENGTH files count)
if(NOT result EQUAL 0 OR output MATCHES "(Warning|Error): ")
    message("${output}")
    message(FATAL_ERROR "The QML lint found problems in ${count} files (qmllint: ${result})")
endif()
message("${count} QML files without a warning")
