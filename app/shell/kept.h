// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

class QQuickWindow;

namespace AsideDemo {

class ExploreModel;
class Session;
class WindowPlace;

/// What \a session keeps of the demo: the window's place and page, how it looks, the split, the sort order and the recent folders. Without
/// \a keepsScheme the colour scheme is left as it is: the command line has chosen it.
void keepAll(Session &session, QQuickWindow &window, WindowPlace &place, ExploreModel &explore, bool keepsScheme);

} // namespace AsideDemo
