// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "details.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>
#include <catalogue/search.h>

#include <QCoreApplication>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize ThumbnailSize(800, 800);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Details)
};

} // namespace

Details readDetails(const QString &catalogue, qint64 id, const std::function<bool()> &isCanceled)
{
    const QByteArray path = pathOf(Connection(catalogue, Connection::Read), id);
    Details details;
    details.id = id;
    if (path.isEmpty()) {
        details.note = Words::tr("This file has left the catalogue.");
        return details;
    }
    const Preview preview = readPreview(path, ThumbnailSize, isCanceled);
    const qsizetype slash = path.lastIndexOf('/');
    details.name = visibleText(readableName(path.mid(slash + 1)));
    details.place = visibleText(readableName(path.left(std::max(slash, qsizetype(1)))));
    details.type = preview.type;
    details.mimeType = preview.mimeType;
    details.size = exactSizeText(preview.size);
    details.modified = dateText(preview.modified);
    details.created = preview.created < 0 ? QString() : dateText(preview.created);
    details.rights = preview.rights.isEmpty() ? QString() : QString(preview.rights % u"  " % preview.owner);
    details.linkTarget = visibleText(preview.linkTarget);
    details.note = preview.note;
    details.isCut = preview.isCut;
    details.picture = preview.picture;
    if (preview.pictureSize.isValid())
        details.dimensions
            = Words::tr("%1 × %2 pixels").arg(preview.pictureSize.width()).arg(preview.pictureSize.height());
    for (const QString &line : preview.lines)
        details.lines.append(visibleText(line));
    return details;
}

} // namespace AsideDemo
