# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# What `cmake --install` lays down for other projects: find_package(Aside [COMPONENTS Qml Coroutines]).

include(CMakePackageConfigHelpers)

set(ASIDE_INSTALL_CMAKEDIR "${CMAKE_INSTALL_LIBDIR}/cmake/Aside" CACHE STRING "Folder of the CMake package")
set(ASIDE_INSTALL_QMLDIR "${CMAKE_INSTALL_LIBDIR}/qt6/qml" CACHE STRING "Folder of the QML modules")

# The meta types go along: users' QML modules need them for types that derive from ours.
get_property(metatypes GLOBAL PROPERTY ASIDE_METATYPES)
get_filename_component(metatypes_name "${metatypes}" NAME)
set(metatypes_dir "${ASIDE_INSTALL_CMAKEDIR}/metatypes")
install(FILES "${metatypes}" DESTINATION "${metatypes_dir}")
target_sources(Aside INTERFACE
    "$<INSTALL_INTERFACE:$<$<BOOL:$<TARGET_PROPERTY:QT_CONSUMES_METATYPES>>:$<INSTALL_PREFIX>/${metatypes_dir}/${metatypes_name}>>")

install(TARGETS Aside EXPORT AsideTargets
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/lib/aside" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    FILES_MATCHING PATTERN "*.h" PATTERN "*_p.h" EXCLUDE)
install(FILES "${PROJECT_BINARY_DIR}/lib/include/aside/export.h"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/aside")
install(EXPORT AsideTargets NAMESPACE Aside:: DESTINATION "${ASIDE_INSTALL_CMAKEDIR}")

if(TARGET AsideCoroutines)
    install(TARGETS AsideCoroutines EXPORT AsideCoroutinesTargets)
    install(EXPORT AsideCoroutinesTargets NAMESPACE Aside:: DESTINATION "${ASIDE_INSTALL_CMAKEDIR}")
endif()

if(ASIDE_BUILD_QML)
    get_property(parts GLOBAL PROPERTY ASIDE_QML_PARTS)
    install(TARGETS AsideQml AsideControls AsideQmlModule ${parts} EXPORT AsideQmlTargets
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        OBJECTS DESTINATION "${CMAKE_INSTALL_LIBDIR}/Aside")
    install(TARGETS AsideQmlplugin EXPORT AsideQmlTargets
        RUNTIME DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside"
        LIBRARY DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside"
        ARCHIVE DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside")
    install(TARGETS AsideControlsplugin EXPORT AsideQmlTargets
        RUNTIME DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside/Controls"
        LIBRARY DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside/Controls"
        ARCHIVE DESTINATION "${ASIDE_INSTALL_QMLDIR}/Aside/Controls")
    # Shared builds find each other in the prefix, wherever that is moved to.
    if(UNIX AND NOT APPLE)
        file(RELATIVE_PATH to_libdir "/${ASIDE_INSTALL_QMLDIR}/Aside" "/${CMAKE_INSTALL_LIBDIR}")
        set_target_properties(AsideQml AsideControls PROPERTIES INSTALL_RPATH "$ORIGIN")
        set_target_properties(AsideQmlplugin PROPERTIES INSTALL_RPATH "$ORIGIN/${to_libdir}")
        set_target_properties(AsideControlsplugin PROPERTIES INSTALL_RPATH "$ORIGIN/../${to_libdir}")
    endif()
    # What the engine and qmllint read: types and components.
    install(DIRECTORY "${PROJECT_BINARY_DIR}/qml/Aside" DESTINATION "${ASIDE_INSTALL_QMLDIR}"
        FILES_MATCHING PATTERN "qmldir" PATTERN "*.qmltypes" PATTERN "*.qml" PATTERN "*.js")
    install(EXPORT AsideQmlTargets NAMESPACE Aside:: DESTINATION "${ASIDE_INSTALL_CMAKEDIR}")
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/lib/cmake/AsideConfig.cmake.in"
    "${PROJECT_BINARY_DIR}/AsideConfig.cmake"
    INSTALL_DESTINATION "${ASIDE_INSTALL_CMAKEDIR}"
    PATH_VARS ASIDE_INSTALL_QMLDIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/AsideConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
    "${PROJECT_BINARY_DIR}/AsideConfig.cmake"
    "${PROJECT_BINARY_DIR}/AsideConfigVersion.cmake"
    DESTINATION "${ASIDE_INSTALL_CMAKEDIR}")
