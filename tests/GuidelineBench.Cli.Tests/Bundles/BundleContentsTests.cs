using System.Text.Json;
using GuidelineBench.Cli.Bundles;
using GuidelineBench.Cli.Bundles.Licences;

namespace GuidelineBench.Cli.Tests.Bundles;

public class BundleContentsTests
{
    private const string Manifest =
        """
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0/linux-x64" },
          "targets": {
            ".NETCoreApp,Version=v10.0": {},
            ".NETCoreApp,Version=v10.0/linux-x64": {
              "guidelinebench/0.1.0": { "dependencies": { "Iced": "1.17.0" }, "runtime": { "guidelinebench.dll": {} } },
              "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.1": {
                "runtime": { "System.Private.CoreLib.dll": {} },
                "native": { "libcoreclr.so": {}, "libclrgc.so": {}, "libmscordaccore.so": {}, "libSystem.Native.so": {} }
              },
              "Iced/1.17.0": { "runtime": { "lib/netstandard2.1/Iced.dll": { "assemblyVersion": "1.17.0.0" } } },
              "System.CommandLine/2.0.11": { "runtime": { "lib/net8.0/System.CommandLine.dll": {} } },
              "Microsoft.ML.OnnxRuntime/1.0.0": {
                "native": { "runtimes/x/native/onnxruntime.dll": {}, "runtimes/x/native/onnxruntime.lib": {}, "runtimes/x/native/libonnxruntime_providers_shared.so": {} }
              }
            }
          },
          "libraries": {
            "guidelinebench/0.1.0": { "type": "project" },
            "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.1": { "type": "runtimepack" },
            "Iced/1.17.0": { "type": "package" },
            "System.CommandLine/2.0.11": { "type": "package" },
            "Microsoft.ML.OnnxRuntime/1.0.0": { "type": "package" }
          }
        }
        """;

    [Fact]
    public void WhatOnlyDebuggersDisassemblersAndLinkersUseIsLeftOut()
    {
        IReadOnlySet<string> unused = BundleContents.Unused(DependencyManifest.Parse(Manifest).Files);

        Assert.Equal(["Iced.dll", "libclrgc.so", "libmscordaccore.so", "libonnxruntime_providers_shared.so", "onnxruntime.lib"], unused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsLeftOutLeavesTheManifest()
    {
        DependencyManifest manifest = DependencyManifest.Parse(Manifest);
        manifest.Remove(new HashSet<string> { "Iced.dll", "libclrgc.so" });

        string[] left = [.. DependencyManifest.Parse(manifest.ToJson()).Files.Select(file => file.File)];
        Assert.DoesNotContain("Iced.dll", left);
        Assert.DoesNotContain("libclrgc.so", left);
        Assert.Contains("libcoreclr.so", left);
        Assert.Equal(DependencyManifest.Parse(Manifest).Files.Count() - 2, left.Length);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "runtimeTarget": { "name": "x" }, "targets": {} }""")]
    public void AnotherFileIsNoManifest(string json) => Assert.Throws<JsonException>(() => DependencyManifest.Parse(json));

    [Fact]
    public void AReducedPublicationHoldsWhatIsUsed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(BundleContents.ManifestName, Manifest);
        foreach (string name in new[] { "libcoreclr.so", "libclrgc.so", "Iced.dll", "guidelinebench.dll", "guidelinebench.xml", "guidelinebench.pdb", "guidelinebench.runtimeconfig.json" })
            folder.Write(name, "");
        Directory.CreateDirectory(folder["amd64"]);
        File.WriteAllText(Path.Combine(folder["amd64"], "KernelTraceControl.dll"), "");

        IReadOnlyList<Package> packages = BundleContents.Reduce(folder.Path);

        Assert.Equal(
            [new("Microsoft.ML.OnnxRuntime", "1.0.0"), new("Microsoft.NETCore.App.Runtime.linux-x64", "10.0.1"), new("System.CommandLine", "2.0.11")],
            packages.OrderBy(package => package.Id, StringComparer.Ordinal));
        Assert.Equal(
            ["guidelinebench.deps.json", "guidelinebench.dll", "guidelinebench.runtimeconfig.json", "libcoreclr.so"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Iced.dll", File.ReadAllText(folder[BundleContents.ManifestName]), StringComparison.Ordinal);
    }
}
