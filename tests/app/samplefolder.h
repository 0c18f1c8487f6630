// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/// A folder of its own for a test; names are bytes, as the file system has them.
class SampleFolder
{
public:
    SampleFolder() { ::chmod(path().constData(), 0755); }
    ~SampleFolder()
    {
        // QTemporaryDir itself cannot remove what has no name in UTF-8.
        std::error_code ignored;
        std::filesystem::remove_all(path().toStdString(), ignored);
    }
    Q_DISABLE_COPY_MOVE(SampleFolder)

    QByteArray path(const QByteArray &name = {}) const
    {
        const QByteArray folder = QFile::encodeName(m_folder.path());
        return name.isEmpty() ? folder : folder + '/' + name;
    }
    QString textPath(const QString &name) const { return m_folder.filePath(name); }

    bool addFolder(const QByteArray &name) const
    {
        std::error_code error;
        std::filesystem::create_directories(path(name).toStdString(), error);
        return !error;
    }
    bool addFile(const QByteArray &name, const QByteArray &content = "content") const
    {
        const qsizetype slash = name.lastIndexOf('/');
        if (slash > 0 && !addFolder(name.left(slash)))
            return false;
        std::ofstream file(path(name).toStdString(), std::ios::binary);
        file.write(content.constData(), content.size());
        return file.flush().good();
    }
    bool addLink(const QByteArray &name, const QByteArray &target) const
    {
        return ::symlink(target.constData(), path(name).constData()) == 0;
    }
    bool remove(const QByteArray &name) const
    {
        std::error_code error;
        return std::filesystem::remove_all(path(name).toStdString(), error) > 0;
    }
    bool setMode(const QByteArray &name, mode_t mode) const
    {
        return ::chmod(path(name).constData(), mode) == 0;
    }

private:
    QTemporaryDir m_folder;
};

/// Permissions do not bind the super-user: while this lives, the process is nobody instead.
class AsNobody
{
public:
    AsNobody() : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(65534) != 0)
            qFatal("could not become nobody");
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("could not become root again");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    bool m_wasRoot;
};
