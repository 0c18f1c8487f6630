// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "picture.h"

#include <QPainter>

namespace AsideDemo {

Picture::Picture(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void Picture::setDetails(const Details &details)
{
    if (m_details == details)
        return;
    m_details = details;
    update();
    Q_EMIT detailsChanged();
}

void Picture::paint(QPainter *painter)
{
    const QImage &image = m_details.picture;
    if (image.isNull())
        return;
    const QSizeF room = size();
    const QSizeF natural = image.size();
    const bool fits = natural.width() <= room.width() && natural.height() <= room.height();
    const QSizeF shown = fits ? natural : natural.scaled(room, Qt::KeepAspectRatio);
    const QRectF place(QPointF((room.width() - shown.width()) / 2, 0), shown);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, image);
}

} // namespace AsideDemo
