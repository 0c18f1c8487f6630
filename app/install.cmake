# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# What `cmake --install` lays down of the demo: the program, and how a desktop finds it. By itself with
# --component demo; left out where only the library was built.

install(TARGETS aside-demo OPTIONAL RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT demo)
if(UNIX AND NOT APPLE)
    file(RELATIVE_PATH to_libdir "/${CMAKE_INSTALL_BINDIR}" "/${CMAKE_INSTALL_LIBDIR}")
    set_target_properties(aside-demo PROPERTIES INSTALL_RPATH "$ORIGIN/${to_libdir}")
    install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/aside-demo.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT demo)
    install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/aside-demo.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT demo)
endif()
