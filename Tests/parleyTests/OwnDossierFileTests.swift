import Analysis
import Foundation
import Testing

@testable import parley

@Suite struct OwnDossierFileTests {
    private let dossier = Dossier(id: "lake", title: "Talks on the lake", contentHash: "1")

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "parley-file-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func file(_ folder: String) throws -> OwnDossierFile {
        try #require(OwnDossierFile(of: dossier, ["XDG_CONFIG_HOME": folder]))
    }

    @Test func `it stands beside the settings, under the dossier's id`() throws {
        #expect(
            OwnDossierFile(of: dossier, ["HOME": "/home/x"])?.path
                == "/home/x/.config/parley/dossiers/lake.toml")
        #expect(
            OwnDossierFile(of: dossier, ["HOME": "/home/x", "XDG_CONFIG_HOME": "/c"])?.path
                == "/c/parley/dossiers/lake.toml")
        #expect(OwnDossierFile(of: dossier, [:]) == nil)
        for id in ["../x", "a/b", "", "none", "A", ".."] {
            let strange = Dossier(id: id, title: "x", contentHash: "1")
            #expect(OwnDossierFile(of: strange, ["HOME": "/h"]) == nil)
        }
    }

    @Test func `it is replaced whole, keeping its rights and a link`() throws {
        try withFolder { folder in
            let file = try file(folder)
            #expect(try file.read().isEmpty)
            try file.replace([], with: Array("one".utf8))
            #expect(try file.read() == Array("one".utf8))

            let manager = FileManager.default
            let real = folder + "/real.toml"
            try manager.moveItem(atPath: file.path, toPath: real)
            try manager.createSymbolicLink(atPath: file.path, withDestinationPath: real)
            try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
            try file.replace(Array("one".utf8), with: Array("two".utf8))
            #expect(try manager.destinationOfSymbolicLink(atPath: file.path) == real)
            #expect(try String(contentsOfFile: real, encoding: .utf8) == "two")
            let rights = try manager.attributesOfItem(atPath: real)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }

    @Test func `a file that was changed meanwhile is left alone`() throws {
        try withFolder { folder in
            let file = try file(folder)
            try file.replace([], with: Array("one".utf8))
            #expect(throws: CommandFailure.self) {
                try file.replace(Array("other".utf8), with: Array("two".utf8))
            }
            #expect(try file.read() == Array("one".utf8))
            let left = try FileManager.default.contentsOfDirectory(
                atPath: folder + "/parley/dossiers")
            #expect(left == ["lake.toml"])
        }
    }
}
