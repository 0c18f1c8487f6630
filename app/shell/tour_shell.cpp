// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tour.h"

#include <explore/exploremodel.h>

#include <QQuickItem>
#include <QQuickWindow>

namespace AsideDemo {

using namespace Qt::StringLiterals;

void Tour::addRecentStops()
{
    m_stops.append({u"recent-folders"_s,
                    [this] {
                        for (const QByteArray &folder : {m_sample.emptyFolder(), m_sample.missingFolder(), m_sample.folder()})
                            m_explore.recent()->add(folder);
                        m_explore.recent()->look();
                    },
                    [this] {
                        const QQuickItem *list = item(u"recentFoldersView"_s);
                        return list && list->isVisible() && m_explore.recent()->gone->size() == 1;
                    }});
}

void Tour::addFileMenuStops()
{
    m_stops.append({u"file-menu"_s, [this] { press(Qt::Key_Menu); },
                    [this] { return popupIs(u"fileMenu"_s, "opened"); }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); },
                    [this] { return !popupIs(u"fileMenu"_s, "visible"); }});
}

/// For a file that is selected and has vanished.
void Tour::addGoneFileStops()
{
    m_stops.append({u"file-gone"_s, [this] { press(Qt::Key_Return); },
                    [this] {
                        const QQuickItem *notice = item(u"fileNotice"_s);
                        return notice && notice->isVisible() && !m_explore.files()->notice->text.isEmpty();
                    }});
}

void Tour::addSettingsStops()
{
    const int before = m_window.property("scheme").toInt();
    const auto isBefore = [this, before] { return m_window.property("scheme").toInt() == before; };
    m_stops.append({u"settings"_s, [this] { press(Qt::Key_Comma, Qt::ControlModifier); },
                    [this] { return popupIs(u"settingsPopup"_s, "opened"); }});
    m_stops.append({u"other-colours"_s, [this, before] { press(before == 2 ? Qt::Key_Left : Qt::Key_Right); },
                    [isBefore] { return !isBefore(); }});
    m_stops.append({QString(), [this, before] { press(before == 2 ? Qt::Key_Right : Qt::Key_Left); }, isBefore});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); },
                    [this] { return !popupIs(u"settingsPopup"_s, "visible"); }});
}

} // namespace AsideDemo
