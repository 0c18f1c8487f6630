// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "iconprovider.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>

namespace AsideDemo {

using namespace Qt::StringLiterals;

IconProvider::IconProvider() : QQuickImageProvider(Image) { }

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &)
{
    const QStringList parts = id.split(u'/');
    QFile file(u":/aside-demo/icons/%1.svg"_s.arg(parts.value(0)));
    if (parts.size() != 3 || !file.open(QIODevice::ReadOnly)) {
        qWarning("no such icon: %s", qUtf8Printable(id));
        return {};
    }
    const int pixels = parts.at(2).toInt();
    QByteArray drawing = file.readAll().replace("currentColor", QByteArray('#' + parts.at(1).toLatin1()));
    QBuffer buffer(&drawing);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize({pixels, pixels});
    const QImage image = reader.read();
    if (size)
        *size = image.size();
    return image;
}

} // namespace AsideDemo
