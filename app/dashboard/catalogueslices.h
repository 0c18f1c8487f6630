// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <catalogue/connection.h>
#include <catalogue/wordfilter.h>

#include <QByteArray>
#include <QVariantList>

#include <functional>

namespace AsideDemo {

/// What a figure counts: what the catalogue has of one folder, and of that the entries whose name or path
/// holds every word of a text.
struct Scope
{
    QString catalogue; ///< its file
    QByteArray folder; ///< in the file system's bytes
    QString words;

    friend bool operator==(const Scope &, const Scope &) = default;
};

/// Hears how much has been read, 0 to 1. What it throws ends the reading, and comes out of it.
using OnSlice = std::function<void(double fraction)>;

/// Reads all that a catalogue has of a scope, as it was at one moment, in slices of a few milliseconds: so
/// a reader can be canceled, and tell how far it is, in a catalogue of any size. One thread only. Throws
/// CatalogueError.
class CatalogueSlices
{
public:
    /// \a rows: how many ids are in a slice, used or not.
    CatalogueSlices(const Scope &scope, OnSlice onSlice, qint64 rows = 5000);

    /// Runs a file of resources/sql for each slice, and calls \a take for each row that it gives. The statement
    /// takes \a values first, then the root, the first and the last id of the slice; "/* words */" in it
    /// becomes the condition for the words.
    void read(QLatin1StringView sql, const std::function<void(const QSqlQuery &)> &take, const QVariantList &values = {}) const;

private:
    const Connection m_connection;
    const WordFilter m_words;
    const OnSlice m_onSlice;
    const qint64 m_rows;
    qint64 m_root = 0;
    qint64 m_last = 0;
};

} // namespace AsideDemo
