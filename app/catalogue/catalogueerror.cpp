// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "catalogueerror.h"

#include "rawname.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace AsideDemo {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::CatalogueError)

public:
    static QString of(CatalogueError::Kind kind, const QString &detail)
    {
        switch (kind) {
        case CatalogueError::Unreachable:
            return tr(
                "The catalogue %1 cannot be opened. Check that its folder exists and may be written to, "
                "or choose another file with --database FILE.");
        case CatalogueError::ReadOnly:
            return tr("The catalogue %1 cannot be written: the place is read-only. "
                      "What was catalogued stays readable. Choose another file with --database FILE.");
        case CatalogueError::Full:
            return tr("There is no room left for the catalogue %1. What was catalogued so far stays. "
                      "Make room and scan again, or choose another place with --database FILE.");
        case CatalogueError::Damaged:
            return tr("The catalogue %1 is damaged or is not a catalogue. The file has not been touched. "
                      "You can move it aside and start afresh: your own files are not concerned.");
        case CatalogueError::Foreign:
            return tr("%1 belongs to another program, or to a newer version of this one. "
                      "It has not been touched. Choose another file with --database FILE.");
        case CatalogueError::Busy:
            return tr("Another program is using the catalogue %1. Try again when it is done.");
        case CatalogueError::Overtaken:
            return tr("A newer scan of this folder has taken over (catalogue %1).");
        case CatalogueError::Other:
            break;
        }
        return detail.isEmpty() ? tr("The catalogue %1 failed.") : tr("The catalogue %1 failed: %2.");
    }
};

QString wordsFor(CatalogueError::Kind kind, const QString &file, const QString &detail)
{
    const QString words = Words::of(kind, detail);
    const QString shown = visibleText(QDir::toNativeSeparators(file));
    return words.contains(u"%2") ? words.arg(shown, detail) : words.arg(shown);
}

CatalogueError::Kind kindOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    // Bits above the lowest eight only refine the code; see SQLite's list of result codes.
    switch (isNumber ? code & 0xff : -1) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return CatalogueError::Busy;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
        return CatalogueError::ReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return CatalogueError::Damaged;
    case 13: // SQLITE_FULL
        return CatalogueError::Full;
    case 14: // SQLITE_CANTOPEN
        return CatalogueError::Unreachable;
    default:
        return CatalogueError::Other;
    }
}

} // namespace

CatalogueError::CatalogueError(Kind kind, const QString &file, const QString &detail)
    : std::runtime_error(wordsFor(kind, file, detail).toStdString())
    , m_kind(kind)
    , m_message(wordsFor(kind, file, detail))
{
}

CatalogueError CatalogueError::from(const QSqlError &error, const QString &file)
{
    const QString detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {kindOf(error), file, detail};
}

} // namespace AsideDemo
