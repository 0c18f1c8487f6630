// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "details.h"

#include <qqmlregistration.h>
#include <QQuickPaintedItem>

namespace AsideDemo {

/// Shows the picture of a file: whole, centred, and never larger than it is.
class Picture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(AsideDemo::Details details READ details WRITE setDetails NOTIFY detailsChanged FINAL)

public:
    explicit Picture(QQuickItem *parent = nullptr);

    Details details() const { return m_details; }
    void setDetails(const Details &details);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void detailsChanged();

private:
    Details m_details;
};

} // namespace AsideDemo
