using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>What the networks of the catalogue are made for: colour images of 1000 classes.</summary>
internal static class ImageNet
{
    public const int Classes = 1000;

    /// <summary>A square image.</summary>
    public static MapShape Image(int size = 224) => new(3, size, size);
}
