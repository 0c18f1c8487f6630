// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "toursample.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace AsideDemo {

namespace {

QByteArray notes()
{
    return "Tides\n=====\n\n"
           "High water comes about fifty minutes later each day.\n"
           "<b>This is not bold</b>: what comes from a file is shown as it is.\n\n"
           "    06:12   high   4.1 m\n    12:25   low    0.8 m\n    18:37   high   4.3 m\n";
}

} // namespace

TourSample::TourSample()
{
    // Every part, even if one of them fails: what is missing then shows in the pictures.
    const bool parts[] = {
        addFile("sample/notes.txt", notes()),
        addFile("sample/letters/draft.txt", "Dear aunt,\n"),
        addFile("sample/letters/vanishing.txt", "Read me while you can.\n"),
        addFile("sample/odd/odd <b>markup<b>.txt", "plain\n"),
        addFile("sample/odd/odd line\nbreak.txt", "plain\n"),
        addFile("sample/odd/odd \xff\xfe bytes.txt", "plain\n"),
        addFile("sample/odd/odd archive.bin", QByteArray(64'000, '\0')),
        addPicture("sample/pictures/sunset.png"),
        addFile("damaged.sqlite", "This is a letter to my aunt, and no catalogue.\n" + QByteArray(4096, '.')),
        std::filesystem::create_directory(emptyFolder().toStdString()),
        addUnreadable(),
    };
    m_isComplete = std::all_of(std::begin(parts), std::end(parts), [](bool part) { return part; });
}

TourSample::~TourSample()
{
    // QTemporaryDir cannot remove what is not UTF-8, nor what lies deeper than a path may be long.
    std::error_code ignored;
    std::filesystem::permissions(path("sample/shut").toStdString(), std::filesystem::perms::owner_all,
                                 ignored);
    std::filesystem::remove_all(path("sample").toStdString(), ignored);
}

void TourSample::removeFile(const QByteArray &name) const
{
    std::error_code ignored;
    std::filesystem::remove(path("sample/" + name).toStdString(), ignored);
}

QByteArray TourSample::path(const QByteArray &name) const
{
    return QFile::encodeName(m_place.path()) + '/' + name;
}

bool TourSample::addFile(const QByteArray &name, const QByteArray &content) const
{
    const std::filesystem::path file = path(name).toStdString();
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::ofstream stream(file, std::ios::binary);
    stream.write(content.constData(), content.size());
    return stream.flush().good();
}

bool TourSample::addPicture(const QByteArray &name) const
{
    QImage image(960, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, 420);
    sky.setColorAt(0, QColor(0x2b, 0x2d, 0x6e));
    sky.setColorAt(0.6, QColor(0xd9, 0x5d, 0x6b));
    sky.setColorAt(1, QColor(0xff, 0xc8, 0x57));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xff, 0xe9, 0xb0));
    painter.drawEllipse(QPointF(600, 380), 90, 90);
    painter.fillRect(0, 420, 960, 180, QColor(0x1d, 0x2b, 0x53));
    for (int i = 0; i < 12; ++i)
        painter.fillRect(540 - 6 * i + (i % 3) * 14, 430 + 13 * i, 110 + 7 * i, 3,
                         QColor(0xff, 0xc8, 0x57, 170 - 12 * i));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return image.save(&buffer, "PNG") && addFile(name, bytes);
}

/// A folder that may not be read. The super-user may read it: so there is one, too, that lies deeper
/// than a path may be long.
bool TourSample::addUnreadable() const
{
#ifdef Q_OS_UNIX
    bool made
        = addFile("sample/shut/secret.txt", "secret\n") && ::chmod(path("sample/shut").constData(), 0) == 0;
    const std::string name = QByteArray("very deep and ").repeated(17).trimmed().toStdString();
    int place = ::open(path("sample").constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int depth = 0; depth < 20 && place >= 0; ++depth) {
        made = ::mkdirat(place, name.c_str(), 0755) == 0 && made;
        const int next = ::openat(place, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ::close(place);
        place = next;
    }
    if (place >= 0)
        ::close(place);
    return made;
#else
    return true;
#endif
}

} // namespace AsideDemo
