# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# Tests that other projects can use Aside: installed, and as a subfolder.

set(consumer "${PROJECT_BINARY_DIR}/tests/consumer")

add_test(NAME consumer_install
    COMMAND ${CMAKE_COMMAND} --install "${PROJECT_BINARY_DIR}" --prefix "${consumer}/prefix")
aside_test_properties(consumer_install consumer)
set_tests_properties(consumer_install PROPERTIES FIXTURES_SETUP aside_installed)

# aside_add_consumer(NAME option…): configures, builds, lints and tests the consumer.
function(aside_add_consumer name)
    set(targets --build-target all)
    if(ASIDE_BUILD_QML)
        list(APPEND targets --build-target all_qmllint)
    endif()
    add_test(NAME ${name} COMMAND ${CMAKE_CTEST_COMMAND}
        --build-and-test "${CMAKE_CURRENT_SOURCE_DIR}/consumer" "${consumer}/${name}"
        --build-generator "${CMAKE_GENERATOR}"
        --build-makeprogram "${CMAKE_MAKE_PROGRAM}"
        --build-noclean
        ${targets}
        --build-options
            "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
            "-DCONSUMER_QML=${ASIDE_BUILD_QML}"
            ${ARGN}
        --test-command ${CMAKE_CTEST_COMMAND} --output-on-failure --no-tests=error)
    aside_test_properties(${name} consumer)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 1200
        FAIL_REGULAR_EXPRESSION "Warning: ")
endfunction()

aside_add_consumer(consumer_findPackage "-DCMAKE_PREFIX_PATH=${consumer}/prefix\;${CMAKE_PREFIX_PATH}")
set_tests_properties(consumer_findPackage PROPERTIES FIXTURES_REQUIRED aside_installed)
# As one unity build: some projects are built so as a whole, and it takes a fraction of the time. And without
# the parts that can be left out.
aside_add_consumer(consumer_addSubdirectory "-DASIDE_FOLDER=${PROJECT_SOURCE_DIR}"
    "-DREADME=${PROJECT_SOURCE_DIR}/README.md"
    -DASIDE_TRACING=OFF
    -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=50 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON)
