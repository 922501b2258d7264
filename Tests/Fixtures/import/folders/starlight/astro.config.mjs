import starlight from '@astrojs/starlight';
