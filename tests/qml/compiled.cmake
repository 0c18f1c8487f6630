# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# Run with `cmake -P`: fails unless the C++ that qmlcachegen made of Compiled.qml (FILE) reads and
# writes declared assigns. Where it cannot compile a function it leaves it out, without a word.

file(READ "${FILE}" text)
foreach(part IN ITEMS "{ 0, QMetaType::fromType<int>" "{ 1, QMetaType::fromType<QString>" "getObjectLookup" "setObjectLookup")
    string(FIND "${text}" "${part}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "Not compiled: there is no ‘${part}’ in ${FILE}")
    endif()
endforeach()
