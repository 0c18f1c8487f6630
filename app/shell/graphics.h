// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

namespace AsideDemo {

/// Has Qt Quick draw by itself where OpenGL would only pretend to have a graphics card: that way, a
/// frame costs what changed in it, not the whole window. Whatever the environment asks for comes
/// first. Call it after the application is made and before its first window.
void chooseGraphics();

} // namespace AsideDemo
