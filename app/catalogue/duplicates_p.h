// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "duplicates.h"

namespace AsideDemo {

struct DuplicateSearch::Candidate
{
    qint64 id;
    qint64 size;
    qint64 modified; // ms
};

struct DuplicateSearch::File
{
    QByteArray path() const { return entry.folder.isEmpty() ? entry.name : QByteArray(entry.folder + '/' + entry.name); }

    Duplicate entry;
    qint64 size = 0;
    qint64 modified = -1;
    FileContent::Facts facts; // when it was looked at first
    Digest head;
    qint64 counted = 0; // of its size, in the progress
    bool isOut = false;
};

/// One file, by all of its names.
struct DuplicateSearch::Content
{
    std::vector<File *> names;
    Digest whole;
    Bucket *bucket = nullptr;
};

/// Contents that are alike at their beginning.
struct DuplicateSearch::Bucket
{
    std::vector<std::unique_ptr<Content>> contents;
    std::atomic<size_t> left{0}; // to be hashed whole
};

} // namespace AsideDemo
