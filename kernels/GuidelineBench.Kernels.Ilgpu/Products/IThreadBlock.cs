namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>What the threads of a block share among them where one tile is cut for several kinds of layers, as <see cref="IProductTile"/> says.</summary>
internal interface IThreadBlock
{
    /// <inheritdoc cref="IProductTile.Depth"/>
    static abstract int Depth { get; }

    /// <inheritdoc cref="IProductTile.MaxWeightQuads"/>
    static abstract int MaxWeightQuads { get; }

    /// <inheritdoc cref="IProductTile.MaxTileQuads"/>
    static abstract int MaxTileQuads { get; }

    /// <inheritdoc cref="IProductTile.MaxSlices"/>
    static abstract int MaxSlices { get; }

    /// <inheritdoc cref="IProductTile.SharedQuads"/>
    static abstract int SharedQuads { get; }

    /// <inheritdoc cref="IProductTile.MaxThreads"/>
    static abstract int MaxThreads { get; }

    /// <inheritdoc cref="IProductTile.PlaneBlocks"/>
    static abstract int PlaneBlocks { get; }

    /// <inheritdoc cref="IProductTile.WindowBlocks"/>
    static abstract int WindowBlocks { get; }
}

/// <summary>Of 4x8: for layers of 16 to 64 output channels on large maps.</summary>
internal readonly struct WideBlock : IThreadBlock
{
    public static int Depth => 8;

    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 64;

    public static int MaxSlices => 1;

    public static int SharedQuads => 1280;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 3;
}

/// <summary>Of 4x8 in short steps: for 8 to 32 output channels, where two rows of threads have to fetch all pixels.</summary>
internal readonly struct NarrowBlock : IThreadBlock
{
    public static int Depth => 4;

    public static int MaxWeightQuads => 8;

    public static int MaxTileQuads => 64;

    public static int MaxSlices => 1;

    public static int SharedQuads => 576;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 3;
}

/// <summary>Of 4x4: half the registers, for the latency of small grids.</summary>
internal readonly struct SmallBlock : IThreadBlock
{
    public static int Depth => 8;

    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 768;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 4;

    public static int WindowBlocks => 4;
}

/// <summary>Of 4x4, in a block whose threads also share out k: for 14x14 and 7x7 maps, where outputs alone are too few threads.</summary>
internal readonly struct SlicedThreads : IThreadBlock
{
    public static int Depth => 4;

    public static int MaxWeightQuads => 8;

    public static int MaxTileQuads => 16;

    public static int MaxSlices => 8;

    public static int SharedQuads => 1536;

    public static int MaxThreads => 512;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 2;
}
