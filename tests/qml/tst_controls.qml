// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls
import AsideFixtures

StrictCase {
    id: root

    name: "Controls"
    when: windowShown
    width: 300
    height: 100

    Counter {
        id: vm
    }
    Column {
        TextField {
            id: field
            width: 300
            text: vm.label
            onTextEdited: vm.label = text
        }
        TextField {
            id: dynamicField
            width: 300
            text: vm.assigns.title ?? ""
            onTextEdited: vm.assigns.title = text
        }
        Slider {
            id: slider
            width: 300
            value: vm.level
            onMoved: vm.level = value
        }
    }

    function type(field: TextField, text: string) {
        field.focus = true
        for (const key of text)
            keyClick(key)
    }

    function test_textField_isBoundBothWays() {
        type(field, "ab")
        compare(vm.label, "ab")
        vm.assign("label", "from below")
        compare(field.text, "from below")
        type(field, "c")
        compare(vm.label, "from belowc")
    }
    function test_textField_isBoundBothWaysToADynamicAssign() {
        type(dynamicField, "ab")
        compare(vm.value("title"), "ab")
        vm.assign("title", "from below")
        compare(dynamicField.text, "from below")
        type(dynamicField, "c")
        compare(vm.value("title"), "from belowc")
    }
    function test_slider_isBoundBothWays() {
        vm.level = 0.5
        compare(slider.value, 0.5)
        slider.forceActiveFocus()
        keyClick(Qt.Key_Right)
        fuzzyCompare(vm.level, 0.6, 1e-6)
        vm.assign("level", 0.25)
        compare(slider.value, 0.25)
    }
}
