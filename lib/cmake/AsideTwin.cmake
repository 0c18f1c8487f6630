# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT

# aside_add_twin(NAME): a second library of the same sources, to be compiled otherwise, and only where
# something needs it.
function(aside_add_twin name)
    get_target_property(type Aside TYPE)
    string(REPLACE "_LIBRARY" "" type "${type}")
    get_target_property(folder Aside SOURCE_DIR)
    get_target_property(sources Aside SOURCES)
    list(FILTER sources INCLUDE REGEX "^aside/.*\\.(cpp|h)$")
    list(TRANSFORM sources PREPEND "${folder}/")
    get_target_property(precompiled Aside PRECOMPILE_HEADERS)

    add_library(${name} ${type} EXCLUDE_FROM_ALL ${sources})
    target_compile_definitions(${name} PUBLIC $<TARGET_PROPERTY:Aside,INTERFACE_COMPILE_DEFINITIONS>)
    target_include_directories(${name} PUBLIC $<TARGET_PROPERTY:Aside,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_features(${name} PUBLIC cxx_std_20)
    target_link_libraries(${name} PUBLIC Qt6::Core PRIVATE Qt6::Concurrent)
    target_precompile_headers(${name} PRIVATE ${precompiled})
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON DEFINE_SYMBOL Aside_EXPORTS)
endfunction()
