// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QList>
#include <QQmlEngine>

namespace Aside::Qml {

/// The time from frame to frame, as whoever has the frames tells it: a list of the latest, with the role
/// `milliseconds`, the newest last; -1 where there is none yet. FrameMeter draws it.
///
/// What it tells changes a few times a second, and once more when it becomes inactive; frame() itself
/// costs next to nothing, and nothing is measured while it is not active.
///
/// \code
/// FrameTimes { id: times; active: vm.task("scan").running }
/// Connections { target: window; function onAfterAnimating() { times.frame() } }
/// Text { text: `${Math.round(times.longest)} ms` }
/// \endcode
class FrameTimes : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool measured READ isMeasured NOTIFY changed FINAL)
    Q_PROPERTY(double average READ average NOTIFY changed FINAL) ///< ms, of the latest
    Q_PROPERTY(double longest READ longest NOTIFY changed FINAL) ///< ms, since the last reset()

public:
    using QAbstractListModel::QAbstractListModel;

    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isMeasured() const { return !m_shown.isEmpty(); }
    double average() const;
    double longest() const { return m_longestShown; }

    /// A frame is about to be drawn.
    Q_INVOKABLE void frame();
    Q_INVOKABLE void reset();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void activeChanged();
    void changed();

private:
    void show();

    bool m_active = false;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceShown;
    QList<double> m_frames;
    double m_longest = 0;
    QList<double> m_shown;
    double m_longestShown = 0;
};

} // namespace Aside::Qml
