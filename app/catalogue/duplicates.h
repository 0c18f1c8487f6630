// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "digest.h"
#include "entry.h"

#include <QList>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace AsideDemo {

/// A file with the same content as others.
struct Duplicate
{
    qint64 id = 0; ///< of its entry in the catalogue
    QByteArray folder; ///< relative to the scanned folder, in the file system's bytes
    QByteArray name; ///< likewise
    bool isOtherName = false; ///< a hard link to a file that comes before it: takes no space

    friend bool operator==(const Duplicate &, const Duplicate &) = default;
};

/// Files of equal content, in the order of their paths.
struct DuplicateGroup
{
    QByteArray digest; ///< see Digest
    qint64 size = 0; ///< of each file, in bytes
    qint64 copies = 0; ///< files that take space of their own: at least 2
    qint64 wasted = 0; ///< how many bytes all but one of them take; holes take none
    QList<Duplicate> files;

    friend bool operator==(const DuplicateGroup &, const DuplicateGroup &) = default;
};

/// How far a search for duplicates is.
struct DuplicateProgress
{
    qint64 bytes = 0; ///< that have been hashed
    qint64 ofBytes = 0; ///< that have to be, as far as is known: falls where the first look says "no"
    qint64 groups = 0;
    qint64 wasted = 0; ///< by all groups together
    qint64 skipped = 0;

    /// Between 0 and 1; never falls.
    double fraction() const { return ofBytes > 0 ? double(bytes) / double(ofBytes) : 1; }
    friend bool operator==(const DuplicateProgress &, const DuplicateProgress &) = default;
};

/// Finds files of equal content among those that the catalogue has of a folder, the largest first.
///
/// Of the files of equal size it hashes the first 64 KiB, and the whole only of those that are alike there.
/// Empty files and links are left out. Files that cannot be read, or that have changed since the
/// scan, are told and left out. It changes nothing, and deletes nothing.
///
/// \code
/// DuplicateSearch search(catalogue, "/usr/share", isCanceled);
/// search.onGroup = [&](const DuplicateGroup &group) { groups.append(group); };
/// while (search.next())
///     search.work(isCanceled); // on as many threads as you like
/// \endcode
class DuplicateSearch
{
public:
    /// Reads which files have the size of another one. Throws CatalogueError.
    DuplicateSearch(const QString &catalogue, const QByteArray &folder, const std::function<bool()> &isCanceled);
    ~DuplicateSearch();
    Q_DISABLE_COPY_MOVE(DuplicateSearch)

    // Called by next() and work(), and so on several threads at a time.
    std::function<void(const DuplicateGroup &)> onGroup;
    std::function<void(const Problem &)> onSkipped;
    std::function<void(const DuplicateProgress &)> onProgress; ///< some 25 times a second, and at the end

    /// Lays out the next work. False if there is none left, or if work() was canceled. One thread at a
    /// time, while nobody is in work(). Throws CatalogueError.
    bool next();
    /// Does what was laid out; returns once nobody has to begin any of it. Any number of threads.
    void work(const std::function<bool()> &isCanceled);

    DuplicateProgress progress() const; ///< any thread

private:
    struct Candidate;
    struct File;
    struct Content;
    struct Bucket;
    enum class Step { Begin, Heads, Wholes };

    bool nextFiles();
    void nextContents();
    void readWhole(Content &content, const std::function<bool()> &isCanceled);
    bool readFile(File &file, qint64 end, Digest &digest, const std::function<bool()> &isCanceled);
    void finish(std::vector<Content *> alike);
    void skip(File &file, const QString &reason);
    void drop(File &file);
    void tell(bool now = false);

    QString m_catalogue;
    QByteArray m_folder;
    std::vector<Candidate> m_candidates;
    size_t m_taken = 0; // of the candidates

    Step m_step = Step::Begin;
    std::vector<std::unique_ptr<File>> m_files;
    std::vector<std::unique_ptr<Bucket>> m_buckets;
    std::vector<Content *> m_contents; // that have to be hashed whole
    std::atomic<size_t> m_nextJob{0};
    std::atomic<bool> m_canceled{false};

    std::atomic<qint64> m_bytes{0};
    std::atomic<qint64> m_ofBytes{0};
    std::atomic<qint64> m_groups{0};
    std::atomic<qint64> m_wasted{0};
    std::atomic<qint64> m_skipped{0};
    std::atomic<qint64> m_toldAt{0};
};

} // namespace AsideDemo
