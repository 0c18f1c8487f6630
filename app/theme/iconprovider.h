// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QQuickImageProvider>

namespace AsideDemo {

/// Draws the icons of resources/icons in any colour: image://icons/NAME/COLOUR/PIXELS, where the
/// colour is as QColor reads it, without its #. For Icon.qml.
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace AsideDemo
