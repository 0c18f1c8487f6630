// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "samplefolder.h"

#include <catalogue/cataloguewriter.h>
#include <dashboard/insights.h>

#include <QDateTime>

/// A catalogue with known numbers, of the folder /r, which need not be there.
class DashboardSample : public SampleFolder
{
public:
    static inline const qint64 Now = QDateTime({2026, 6, 15}, {12, 0}).toMSecsSinceEpoch();

    static qint64 ago(qint64 days) { return Now - days * 86'400'000; }
    static AsideDemo::Entry file(const QByteArray &name, qint64 size, qint64 days = 0)
    {
        return {name, size, ago(days), AsideDemo::EntryKind::File};
    }

    QString catalogue() const { return textPath(QStringLiteral("c.sqlite")); }
    AsideDemo::Scope scope(const QString &words = {}) const { return {catalogue(), "/r", words}; }

    void add(const QByteArray &folder, const QList<AsideDemo::Entry> &entries, const QByteArray &root = "/r") const
    {
        const AsideDemo::Connection connection(catalogue(), AsideDemo::Connection::Write);
        AsideDemo::CatalogueWriter writer(connection, root);
        writer.add(AsideDemo::FolderListing{folder, entries, true, 0});
        writer.commit();
    }
    /// Puts the entries so far from each other that each lies in a slice of its own.
    void spread() const
    {
        const AsideDemo::Connection connection(catalogue(), AsideDemo::Connection::Write);
        connection.value(QStringLiteral("UPDATE entries SET id = id * 30000 + 1000000 WHERE id < 1000000"));
    }
    /// 9 files with 7000 bytes, a link, and a file of another root.
    void addAll() const
    {
        add("", {file("readme", 100, 0), file("Photo.PNG", 1000, 3), file(".profile", 50, 20)});
        add("music", {file("a.flac", 2000, 60), file("b.flac", 2000, 200)});
        add("music/old", {file("c.mp3", 500, 500), file("notes.txt", 350, 1000)});
        add("src", {file("main.cpp", 500, 2500), file("x.tar.gz", 500, 5000), {"link", 7, ago(1), AsideDemo::EntryKind::Link}});
        add("", {file("stranger.txt", 12345)}, "/other");
    }
};

inline void goOn(double) { }
