// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointF>
#include <QQmlEngine>

namespace Aside::Qml {

/// A turn among those that want to do something as soon as they are seen: all that take one before the
/// event loop goes on get it together, in the order in which people read: from top to bottom, then from
/// left to right, then as they came. Deferred asks by it.
///
/// When it is time, everybody is asked where they are, by measure(); then come() is told to one after the
/// other. Who takes a turn meanwhile gets it the next time. The turns of one thread are one queue.
///
/// \code
/// VisibleTurn {
///     id: turn
///     onMeasure: turn.place = root.mapToItem(null, 0, 0)
///     onCome: vm.load()
/// }
/// \endcode
class VisibleTurn : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// Where it is seen, in the coordinates of the window.
    Q_PROPERTY(QPointF place READ place WRITE setPlace NOTIFY placeChanged FINAL)
    /// A number that all share whose last turn was the same moment, and nobody else; 0 before the first.
    Q_PROPERTY(int moment READ moment NOTIFY momentChanged FINAL)

public:
    using QObject::QObject;
    ~VisibleTurn() override;

    QPointF place() const { return m_place; }
    void setPlace(const QPointF &place);
    int moment() const { return m_moment; }

    /// Has come() told soon; once, however often it is called until then.
    Q_INVOKABLE void take();
    /// Gives back the turn it has taken, if any.
    Q_INVOKABLE void leave();
    /// Has come() told at once, at a moment of its own.
    Q_INVOKABLE void comeNow();

Q_SIGNALS:
    void placeChanged();
    void momentChanged();
    /// `place` is to be set.
    void measure();
    void come();

private:
    static void serve();
    void enter(int moment);

    QPointF m_place;
    int m_moment = 0;
};

} // namespace Aside::Qml
