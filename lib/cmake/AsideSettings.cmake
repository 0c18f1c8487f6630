# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# How all of Aside is compiled: language, strict Qt, warnings, sanitizers.

include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

add_compile_definitions(
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER)

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    add_compile_options(
        -Wall
        -Wextra
        -Wpedantic
        -Wcast-qual
        -Wconversion
        -Wextra-semi
        -Wnon-virtual-dtor
        -Woverloaded-virtual
        -Wshadow
        -Wundef)
    if(ASIDE_WARNINGS_AS_ERRORS)
        add_compile_options(-Werror)
    endif()
elseif(MSVC)
    add_compile_options(/W4 /permissive-)
    if(ASIDE_WARNINGS_AS_ERRORS)
        add_compile_options(/WX)
    endif()
endif()

function(aside_sanitizer_options result)
    string(REPLACE ";" "," sanitizers "${ARGN}")
    set(${result} -fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all PARENT_SCOPE)
endfunction()
if(ASIDE_SANITIZE)
    aside_sanitizer_options(options ${ASIDE_SANITIZE})
    add_compile_options(${options})
    add_link_options(${options})
endif()

# Links the hundred tests in a tenth of the time.
find_program(ASIDE_MOLD mold DOC "The linker of debug builds, if there is one")
if(PROJECT_IS_TOP_LEVEL AND ASIDE_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options($<$<CONFIG:Debug>:-fuse-ld=mold>)
endif()

# aside_unite_generated(FOLDER…): compiles the C++ that qmlcachegen made for the folders' targets a dozen
# files at a time, since nearly all of a file's time goes into the headers that each includes; and
# without the warnings that are not ours to mend.
function(aside_unite_generated)
    if(CMAKE_UNITY_BUILD) # all files are united anyway
        return()
    endif()
    foreach(folder IN LISTS ARGN)
        get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
        foreach(target IN LISTS targets)
            get_target_property(sources ${target} SOURCES)
            set(generated ${sources})
            list(FILTER generated INCLUDE REGEX "/qmlcache/.*\\.cpp$")
            if(generated)
                list(REMOVE_ITEM sources ${generated})
                get_target_property(source_dir ${target} SOURCE_DIR)
                list(TRANSFORM sources PREPEND "${source_dir}/" REGEX "^[^/$]")
                set_source_files_properties(${sources} TARGET_DIRECTORY ${target}
                    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
                set_target_properties(${target} PROPERTIES
                    UNITY_BUILD ON
                    UNITY_BUILD_BATCH_SIZE 12
                    UNITY_BUILD_CODE_BEFORE_INCLUDE
"#ifdef __GNUC__
#pragma GCC diagnostic ignored \"-Wconversion\"
#pragma GCC diagnostic ignored \"-Wshadow\"
#endif")
            endif()
        endforeach()
    endforeach()
endfunction()
