// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "preview.h"

#include "previewsource.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QMimeDatabase>
#include <QStringDecoder>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HeadBytes = 64 * 1024;
constexpr qint64 PictureBytes = 64 * 1024 * 1024; // of the file
constexpr int DecodedMegabytes = 128;
constexpr qint64 DrawingBytes = 1024 * 1024; // of an SVG file, which has no size in memory to check
constexpr qsizetype LineCount = 1000;
constexpr qsizetype LineLength = 400;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Preview)
};

bool looksBinary(const QByteArray &head)
{
    const auto isOdd = [](char c) {
        const auto byte = uchar(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\b'
            && byte != 0x1b;
    };
    return std::any_of(head.begin(), head.end(), isOdd);
}

/// A head that was cut within a letter of UTF-8 loses that letter, not its encoding.
QByteArray withoutCutLetter(QByteArray head)
{
    for (int i = 0; i < 3 && !head.isValidUtf8() && !head.isEmpty(); ++i)
        head.chop(1);
    return head;
}

/// The text of \a head; null if it is not text.
QString decoded(const QByteArray &head, bool isCut)
{
    if (const auto marked = QStringConverter::encodingForData(head)) {
        QStringDecoder decoder(*marked);
        return decoder(head);
    }
    if (looksBinary(head))
        return {};
    const QByteArray whole = isCut ? withoutCutLetter(head) : head;
    return whole.isValidUtf8() ? QString::fromUtf8(whole) : QString::fromLatin1(head);
}

void addText(Preview &preview, const QString &text, bool isCut)
{
    preview.content = Preview::Text;
    preview.isCut = isCut;
    qsizetype start = 0;
    while (start < text.size() && preview.lines.size() < LineCount) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        QStringView line = QStringView(text).mid(start, end - start);
        if (line.endsWith(u'\r'))
            line.chop(1);
        QString shown
            = line.size() > LineLength ? QString(line.first(LineLength) % u'\u2026') : line.toString();
        shown.replace(u'\t', "    "_L1);
        preview.lines.append(shown);
        start = end + 1;
    }
    preview.isCut = preview.isCut || start < text.size();
}

bool addPicture(Preview &preview, QIODevice &file, const QByteArray &head, QSize thumbnail)
{
    const bool isDrawing = preview.mimeType.startsWith("image/svg"_L1);
    const bool isPacked = head.startsWith("\x1f\x8b");
    // A drawing can grow without end from a few bytes, by packing or by entities.
    if (isDrawing && (isPacked || preview.size > DrawingBytes || head.contains("<!ENTITY"))) {
        preview.note = Words::tr("This drawing is too large for a preview.");
        return false;
    }
    if (preview.size > PictureBytes) {
        preview.note = Words::tr("This picture is too large for a preview.");
        return false;
    }
    file.seek(0);
    QImageReader reader(&file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const bool sideways = reader.transformation() & QImageIOHandler::TransformationRotate90;
    preview.pictureSize = sideways ? size.transposed() : size;
    const QSize room = sideways ? thumbnail.transposed() : thumbnail;
    if (size.isValid() && (isDrawing || size.width() > room.width() || size.height() > room.height()))
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    preview.picture = reader.read();
    if (preview.picture.isNull()) {
        preview.note = Words::tr("This picture cannot be shown: %1.").arg(reader.errorString());
        return false;
    }
    if (!preview.pictureSize.isValid())
        preview.pictureSize = preview.picture.size();
    preview.content = Preview::Picture;
    return true;
}

} // namespace

Preview readPreview(const QByteArray &path, QSize thumbnail, const std::function<bool()> &isCanceled)
{
    QImageReader::setAllocationLimit(DecodedMegabytes);
    PreviewSource source(path);
    Preview preview = source.facts();
    if (!source.isOrdinary() || isCanceled())
        return preview;
    if (!source.open()) {
        preview.note = source.reason();
        return preview;
    }

    QIODevice &file = source.device();
    const QByteArray head = file.read(HeadBytes);
    const bool isCut = head.size() == HeadBytes && !file.atEnd();
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(source.name(), head);
    preview.type = type.comment();
    preview.mimeType = type.name();
    if (isCanceled())
        return preview;

    if (head.isEmpty()) {
        preview.note = preview.size > 0 ? Words::tr("This file could not be read.") : Words::tr("This file is empty.");
        return preview;
    }
    const bool isPicture = QImageReader::supportedMimeTypes().contains(preview.mimeType.toLatin1());
    if (isPicture && addPicture(preview, file, head, thumbnail))
        return preview;
    if (const QString text = decoded(head, isCut); !text.isNull())
        addText(preview, text, isCut);
    else if (preview.note.isEmpty())
        preview.note = Words::tr("This file holds neither text nor a picture.");
    return preview;
}

} // namespace AsideDemo
